namespace Phase1.Servers.Kafka;

/// <summary>What the tool that runs brokers is given by the environment.</summary>
public static class ToolEnvironment
{
    const string JavaOptions = "JDK_JAVA_OPTIONS";

    // Who lives for a minute never earns back the optimising compiler: this halves what a start costs.
    const string QuickStart = "-XX:TieredStopAtLevel=1";

    /// <summary>For brokers as in production.</summary>
    // A machine that does other things too may take its time.
    internal static Dictionary<string, string> Ordinary => new() { ["KAFKA_START_TIMEOUT"] = "240" };

    /// <summary>For virtual machines that start quickly and live for a minute.</summary>
    /// <param name="program">The tool.</param>
    public static async Task<IReadOnlyDictionary<string, string>> QuickAsync(string program) =>
        With(await ClassArchive.FindAsync(program) is { } archive ? $"{QuickStart} -XX:SharedArchiveFile={archive}" : QuickStart);

    /// <summary>For virtual machines that write an archive of the classes that they have loaded.</summary>
    internal static IReadOnlyDictionary<string, string> Archiving(string archive) =>
        With($"{QuickStart} -XX:ArchiveClassesAtExit={archive}");

    static Dictionary<string, string> With(string options) => new(Ordinary) { [JavaOptions] = options };
}
