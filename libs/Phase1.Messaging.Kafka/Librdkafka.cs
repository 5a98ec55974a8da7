using System.Reflection;
using System.Runtime.InteropServices;
using Confluent.Kafka;

namespace Phase1.Messaging.Kafka;

/// <summary>
/// The native library under the client. It is the system's own (Debian: librdkafka1), under the name that such packages give it; the client
/// looks for the name under which its own package would bring one.
/// </summary>
static class Librdkafka
{
    const string ClientsName = "librdkafka";
    const string SystemsName = "librdkafka.so.1";
    const int OldestVersion = 0x01_09_00_00;

    static readonly Lazy<string?> LoadingProblem = new(Load);

    /// <summary>Why the client cannot be used on this machine, in one sentence; null when it can.</summary>
    public static string? Problem => LoadingProblem.Value;

    static string? Load()
    {
        NativeLibrary.SetDllImportResolver(typeof(Library).Assembly, Find);
        try
        {
            return Library.Version >= OldestVersion
                ? null
                : $"Kafka needs librdkafka 1.9 or later; this machine has {Library.VersionString}.";
        }
        catch (Exception exception) when (exception is DllNotFoundException or InvalidOperationException or TypeInitializationException)
        {
            return "Kafka needs librdkafka, which this machine lacks (Debian's package: librdkafka1).";
        }
    }

    static nint Find(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == ClientsName && NativeLibrary.TryLoad(SystemsName, out var library) ? library : nint.Zero;
}
