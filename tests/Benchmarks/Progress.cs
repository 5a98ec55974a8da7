using System.Diagnostics;
using System.Globalization;

namespace Phase1.Benchmarks;

/// <summary>Tells those who wait what a benchmark is busy with, on the standard error: the standard output is for its figures.</summary>
static class Progress
{
    static readonly long Began = Stopwatch.GetTimestamp();

    public static void Tell(string sentence) =>
        Console.Error.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(Began).TotalSeconds, 6:0.0} s  {sentence}")
        );
}
