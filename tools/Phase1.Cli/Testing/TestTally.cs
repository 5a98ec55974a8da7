using System.Text.Json;

namespace Phase1.Cli.Testing;

/// <summary>What a test project has told so far, by the messages of xunit's JSON reporter.</summary>
sealed class TestTally(string project)
{
    readonly Dictionary<string, string> _names = [];
    readonly List<TestNote> _failures = [];
    readonly List<TestNote> _skips = [];
    bool _finished;

    internal string Project => project;

    internal int Passed { get; private set; }

    internal IReadOnlyList<TestNote> Failures => _failures;

    internal IReadOnlyList<TestNote> Skips => _skips;

    /// <summary>Takes a line of the output; false when it is no message of the reporter.</summary>
    internal bool Read(string line)
    {
        if (!line.StartsWith("{\"$type\"", StringComparison.Ordinal))
        {
            return false;
        }
        try
        {
            using var message = JsonDocument.Parse(line);
            Read(message.RootElement);
            return true;
        }
        catch (JsonException)
        {
            // Words of a test in the middle of a message.
            return false;
        }
    }

    /// <summary>The process has ended: one that did not come to its end counts as failed.</summary>
    internal void End(int exitCode)
    {
        if (!_finished || (exitCode != 0 && _failures.Count == 0))
        {
            _failures.Add(new(project, $"did not run to its end (exit code {exitCode})"));
        }
    }

    void Read(JsonElement message)
    {
        switch (message.GetProperty("$type").GetString())
        {
            case "test-starting":
                _names[Text(message, "TestUniqueID")] = Text(message, "TestDisplayName");
                break;
            case "test-passed":
                Passed++;
                break;
            case "test-skipped":
                _skips.Add(new(NameOf(message), Text(message, "Reason")));
                break;
            case "test-failed":
            case "error":
            case { } type when type.EndsWith("-cleanup-failure", StringComparison.Ordinal):
                _failures.Add(new(NameOf(message), Words(message)));
                break;
            case "test-assembly-finished":
                _finished = true;
                break;
        }
    }

    string NameOf(JsonElement message) => _names.GetValueOrDefault(Text(message, "TestUniqueID"), project);

    // The outermost exception comes first: what it says, where it was thrown, and what the test has written meanwhile.
    static string Words(JsonElement message) =>
        $"{First(message, "Messages")}\n{First(message, "StackTraces")}\n{Text(message, "Output")}".TrimEnd();

    static string First(JsonElement message, string list) =>
        message.TryGetProperty(list, out var texts) && texts.ValueKind == JsonValueKind.Array && texts.GetArrayLength() > 0
            ? texts[0].GetString() ?? ""
            : "";

    static string Text(JsonElement message, string name) => message.TryGetProperty(name, out var text) ? text.GetString() ?? "" : "";
}
