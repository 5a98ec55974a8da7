using System.Globalization;
using Phase1.Servers.Processes;
using Phase1.Servers.Suites;

namespace Phase1.Cli.Local;

/// <summary>What is kept between commands: .phase1/. Other scripts read postgres/port and postgres/phase1.password.</summary>
sealed class StateFolder(string path)
{
    internal static StateFolder OfRepository => new(Repository.PathOf(".phase1"));

    internal string Postgres => PathOf("postgres");

    /// <summary>The PostgreSQL of the benchmarks.</summary>
    internal string Bench => PathOf("bench");

    internal string Kafka => PathOf("kafka");

    internal string Redis => PathOf("redis");

    /// <summary>Where what calls of language models took waits for the database.</summary>
    internal string Usage => PathOf("usage.spool");

    /// <summary>How far the demo's clock is ahead.</summary>
    internal string Clock => PathOf("clock");

    internal string TestResults => PathOf("test-results");

    internal bool IsThere => Directory.Exists(path);

    /// <summary>The first port of the suite that runs or ran last.</summary>
    internal int BasePort
    {
        get => int.TryParse(Read("base_port"), CultureInfo.InvariantCulture, out var port) ? port : SuitePlan.DefaultBasePort;
        set => Write("base_port", value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Whether the suite that runs or ran last has its log on Kafka.</summary>
    internal bool OnKafka
    {
        get => Read("transport") == "kafka";
        set => Write("transport", value ? "kafka" : "postgres");
    }

    /// <summary>The brokers of the suite that runs or ran last on Kafka.</summary>
    internal string? Brokers
    {
        get => Read("brokers");
        set => Write("brokers", value ?? "");
    }

    internal string LogOf(string process) => PathOf($"{process}.log");

    internal string PidOf(string process) => PathOf($"{process}.pid");

    internal string PathOf(string name) => Path.Combine(path, name);

    /// <summary>Makes the folder; PostgreSQL's account must be able to pass through it.</summary>
    internal void Create()
    {
        Directory.CreateDirectory(path);
        File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
    }

    string? Read(string name) => File.Exists(PathOf(name)) && File.ReadAllText(PathOf(name)).Trim() is { Length: > 0 } text ? text : null;

    void Write(string name, string text) => File.WriteAllText(PathOf(name), text + "\n");
}
