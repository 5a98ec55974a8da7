using Phase1.Tests.Infrastructure;

namespace Phase1.Load.Pipeline;

/// <summary>What the pipeline benchmark is to measure.</summary>
/// <param name="Kafka">Whether the log is on Kafka.</param>
/// <param name="Instances">Processes of each service.</param>
/// <param name="Batches">How many batches are measured.</param>
/// <param name="Json">Whether the last line is to be a JSON object.</param>
sealed record PipelineOptions(bool Kafka, int Instances, int Batches, bool Json)
{
    /// <summary>Batches that go before them, so that the runtime has compiled what is measured.</summary>
    internal int WarmUp => Batches * 3 / 2;

    /// <summary>Reads the command line; null when it makes no sense.</summary>
    internal static PipelineOptions? Read(IReadOnlyList<string> args) =>
        Arguments.Read(args, ["--kafka", "--json"], ["--instances", "--batches"]) is { } given
        && given["--instances"] is null or > 0
        && given["--batches"] is null or > 0
            ? new(given.Has("--kafka"), given["--instances"] ?? 1, given["--batches"] ?? 400, given.Has("--json"))
            : null;
}
