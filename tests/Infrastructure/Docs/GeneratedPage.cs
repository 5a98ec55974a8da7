using Phase1.Servers.Processes;
using Shouldly;

namespace Phase1.Tests.Infrastructure.Docs;

/// <summary>A file of the repository that is generated: a test compares it, and <c>PHASE1_WRITE_DOCS=1</c> has that test write it anew.</summary>
/// <param name="path">From the repository's root.</param>
public sealed class GeneratedPage(string path)
{
    const string WriteVariable = "PHASE1_WRITE_DOCS";

    readonly string _file = Repository.PathOf(path);

    // A page that names the folder of the repository would be another one on each machine.
    static void ShouldBeTheSameEverywhere(string generated) =>
        generated.ShouldNotContain(Repository.PathOf("."), Case.Sensitive, "a generated page names no folder of this machine");

    static bool IsToBeWritten => Environment.GetEnvironmentVariable(WriteVariable) is { Length: > 0 };

    /// <summary>The whole file is what is generated.</summary>
    public void ShouldBe(string generated)
    {
        ShouldBeTheSameEverywhere(generated);
        if (IsToBeWritten)
        {
            File.WriteAllText(_file, generated);
        }

        File.Exists(_file).ShouldBeTrue($"{WriteVariable}=1 writes {path}");
        File.ReadAllText(_file).ShouldBe(generated, $"{WriteVariable}=1 writes {path} anew");
    }

    /// <summary>What stands between <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- /name --&gt;</c> is what is generated.</summary>
    public void ShouldHold(string name, string generated)
    {
        ShouldBeTheSameEverywhere(generated);
        var (begin, end) = ($"<!-- {name} -->\n", $"\n<!-- /{name} -->");
        var text = File.ReadAllText(_file);
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal) + begin.Length, text.IndexOf(end, StringComparison.Ordinal));
        if (IsToBeWritten)
        {
            File.WriteAllText(_file, text[..from] + generated + text[to..]);
        }

        File.ReadAllText(_file).ShouldContain(begin + generated + end, Case.Sensitive, $"{WriteVariable}=1 writes {path} anew");
    }
}
