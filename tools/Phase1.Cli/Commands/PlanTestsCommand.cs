using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using Phase1.Cli.Planning;
using Phase1.Servers.Processes;
using Phase1.Verification.Catalogue;
using Phase1.Verification.Planning;

namespace Phase1.Cli.Commands;

/// <summary>Says before any work which tests a task needs.</summary>
static class PlanTestsCommand
{
    // Generated from the hosts; without it no component is known by its name.
    const string Matrix = "docs/verification/matrix.json";

    const string DefaultBase = "main";
    const string Declared = "--categories";

    internal static Command Create()
    {
        var text = new Argument<string>("task") { Description = "what is to be done, as one word in quotes" };
        var categories = new Option<Category[]>(Declared)
        {
            Description = "the categories, where they are known, with commas between them",
            HelpName = "LIST",
            CustomParser = Categories,
        };
        var changes = new Option<string?>("--changes")
        {
            Description = $"looks at what differs from this commit ({DefaultBase})",
            HelpName = "BASE",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var skip = new Option<SkipKind?>("--skip")
        {
            Description = $"why it needs no test: {string.Join(", ", Enum.GetValues<SkipKind>().Select(NameOf))}",
            HelpName = "KIND",
            CustomParser = Kind,
        };
        var components = new Option<string?>("--components")
        {
            Description = $"the file that lists the components ({Matrix})",
            HelpName = "FILE",
        };
        var json = SuiteOptions.Json();
        var command = new Command("plan-tests", "says which tests a task needs, before any work")
        {
            text,
            categories,
            changes,
            skip,
            components,
            json,
        };
        command.SetAction(
            async (parsed, token) =>
                parsed.GetValue(skip) is { } kind
                    ? await SkipAsync(kind, parsed.GetResult(changes) is null ? null : parsed.GetValue(changes) ?? DefaultBase, token)
                    : await PlanAsync(parsed.GetValue(text)!, DeclaredIn(parsed), parsed.GetValue(components), parsed.GetValue(json))
        );
        return command;
    }

    /// <summary>The categories that the command line names; null where it leaves them to the words of the task.</summary>
    internal static IReadOnlyList<Category>? DeclaredIn(ParseResult parsed) =>
        parsed.GetValue<Category[]>(Declared) is { Length: > 0 } declared ? declared : null;

    static async Task<int> PlanAsync(string text, IReadOnlyList<Category>? categories, string? components, bool json)
    {
        var plan = new Planner(ComponentsIn(components)).Plan(text, categories);
        await Console.Out.WriteLineAsync(json ? PlanPage.ToJson(plan) : PlanPage.ToText(plan));
        return ExitCode.Done;
    }

    static async Task<int> SkipAsync(SkipKind kind, string? commit, CancellationToken cancellationToken)
    {
        var changed = commit is null ? [] : await Changes.SinceAsync(commit, cancellationToken);
        var refusal = Skip.Refusal(changed);
        string[] lines = [refusal is null ? $"nothing is required: {NameOf(kind)}" : $"not skipped: {refusal}", .. Skip.CounterQuestions];
        await Console.Out.WriteLineAsync(string.Join($"{Environment.NewLine}  ", lines));
        return refusal is null ? ExitCode.Done : ExitCode.Refused;
    }

    static IReadOnlyList<KnownComponent> ComponentsIn(string? file)
    {
        var path = file ?? Repository.PathOf(Matrix);
        if (file is null && !File.Exists(path))
        {
            return [];
        }
        try
        {
            return KnownComponent.Read(File.ReadAllText(path));
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path} lists no components: {unreadable.Message}");
        }
    }

    static Category[]? Categories(ArgumentResult result)
    {
        var names = Enum.GetValues<Category>().ToDictionary(category => category.SmokeName());
        var words = result.Tokens[0].Value.Split(',');
        if (words.All(names.ContainsKey))
        {
            return [.. words.Select(word => names[word])];
        }
        result.AddError($"--categories takes {string.Join(", ", names.Keys)}, with commas between them");
        return null;
    }

    static SkipKind? Kind(ArgumentResult result)
    {
        foreach (var kind in Enum.GetValues<SkipKind>().Where(kind => NameOf(kind) == result.Tokens[0].Value))
        {
            return kind;
        }
        result.AddError($"--skip takes one of {string.Join(", ", Enum.GetValues<SkipKind>().Select(NameOf))}");
        return null;
    }

    static string NameOf(SkipKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
