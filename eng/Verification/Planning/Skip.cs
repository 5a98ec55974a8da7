namespace Phase1.Verification.Planning;

/// <summary>Why a task might need no test.</summary>
enum SkipKind
{
    /// <summary>It changes how something is written and nothing that it does.</summary>
    Refactoring,

    /// <summary>Pages and comments alone.</summary>
    Documentation,

    /// <summary>A function of its arguments, without state or neighbours.</summary>
    PureLogic,

    /// <summary>Tests alone.</summary>
    TestsOnly,
}

/// <summary>A file that a task has changed.</summary>
/// <param name="Path">From the repository's root, with /.</param>
/// <param name="Text">What it holds now.</param>
sealed record ChangedFile(string Path, string Text);

/// <summary>Judges whether a task may go without a plan.</summary>
static class Skip
{
    /// <summary>What whoever skips should have asked; always shown.</summary>
    internal static IReadOnlyList<string> CounterQuestions { get; } =
    [
        "does it change what is stored, or how?",
        "does it change what a container makes, or how often?",
        "does it change which state follows which?",
        "does it change what another component sees?",
    ];

    /// <summary>Why it may not be skipped, by the file; null where nothing speaks against it.</summary>
    internal static string? Refusal(IEnumerable<ChangedFile> changes) =>
        changes.Select(file => Touches(file) is { } what ? $"{file.Path} is {what}" : null).FirstOrDefault(reason => reason is not null);

    static string? Touches(ChangedFile file)
    {
        if (!file.Path.EndsWith(".cs", StringComparison.Ordinal) || file.Path.StartsWith("tests/", StringComparison.Ordinal))
        {
            return null;
        }
        var (folders, name) = (file.Path.Split('/')[..^1], file.Path.Split('/')[^1]);
        return name.Contains("DbContext", StringComparison.Ordinal) || EndsWith("Table.cs") || folders.Contains("Migrations")
                ? "persistence"
            : name == "Program.cs" || EndsWith("Service.cs") || EndsWith("Services.cs") || EndsWith("Room.cs") || EndsWith("Module.cs")
                ? "a factory"
            : name.Contains("StateMachine", StringComparison.Ordinal)
            || EndsWith("State.cs")
            || name.Contains("Statuses", StringComparison.Ordinal)
                ? "state"
            : IsBoundary() ? "a boundary"
            : null;

        bool EndsWith(string ending) => name.EndsWith(ending, StringComparison.Ordinal);

        bool IsBoundary() =>
            new[] { "Consumer", "Client", "Endpoint" }.Any(part => name.Contains(part, StringComparison.Ordinal))
            || file.Path.StartsWith("libs/Phase1.Events/", StringComparison.Ordinal)
            || new[] { ".MapGet(\"", ".MapPost(\"", ".MapPut(\"", ".MapPatch(\"", ".MapDelete(\"" }.Any(call =>
                file.Text.Contains(call, StringComparison.Ordinal)
            );
    }
}
