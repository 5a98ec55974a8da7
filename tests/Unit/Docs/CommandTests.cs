using System.CommandLine;
using System.Text.RegularExpressions;
using Phase1.Cli.Commands;
using Phase1.Servers.Processes;

namespace Phase1.Unit.Tests.Docs;

public sealed partial class CommandTests
{
    static readonly string[] Rows =
    [
        .. File.ReadLines(Repository.PathOf("docs/operations.md"))
            .Where(line => line.StartsWith("| `./phase1 ", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]["./phase1 ".Length..]),
    ];

    [Fact]
    public void The_page_of_operations_lists_every_command_with_its_options() =>
        Rows.Select(row => (Name: CommandOf(row), Options: OptionsOf(row)))
            .GroupBy(row => row.Name, row => row.Options)
            .Select(rows => Line(rows.Key, rows.SelectMany(options => options)))
            .Order()
            .ShouldBe(Commands(Root.Create()).Order());

    static IEnumerable<string> Commands(Command command, string path = "", IEnumerable<Option>? inherited = null)
    {
        List<Option> passedOn = [.. inherited ?? [], .. command.Options.Where(option => option.Recursive && path != "")];
        foreach (var inner in command.Subcommands.Where(inner => inner.Name != "help"))
        {
            var name = $"{path} {inner.Name}".Trim();
            if (inner.Action is not null)
            {
                yield return Line(name, [.. inner.Options.Concat(passedOn).Select(option => option.Name)]);
            }
            foreach (var line in Commands(inner, name, passedOn))
            {
                yield return line;
            }
        }
    }

    static string Line(string name, IEnumerable<string> options) => string.Join(' ', [name, .. options.Distinct().Order()]);

    static string CommandOf(string row) => string.Join(' ', row.Split(' ').TakeWhile(word => word[0] is not ('-' or '[' or '"')));

    static IEnumerable<string> OptionsOf(string row) => OptionName().Matches(row).Select(match => match.Value);

    [GeneratedRegex("--[a-z-]+")]
    private static partial Regex OptionName();
}
