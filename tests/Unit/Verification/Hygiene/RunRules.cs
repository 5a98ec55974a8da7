using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phase1.Unit.Tests.Verification.Hygiene;

/// <summary>What is written as a test is run, and its name says what it proves.</summary>
static class RunRules
{
    // What a machine may lack: a broker, Redis, containers, a browser, the programs of PostgreSQL, the checker of scripts, a key that costs money.
    static readonly string[] MayBeMissing =
    [
        "kafka",
        "kcat",
        "redis",
        "docker",
        "chromium",
        "postgres",
        "shellcheck",
        "root",
        "paid provider",
    ];

    /// <summary>H-08: a skip without a reason, or for what no machine lacks.</summary>
    internal static IEnumerable<(int Line, string What)> Skips(TestSource source, TestSuite suite) =>
        source
            .Nodes<InvocationExpressionSyntax>()
            .Where(call =>
                Assertions.OwnerOf(call) is "Assert" or "Xunit.Assert"
                && Assertions.NameOf(call).StartsWith("Skip", StringComparison.Ordinal)
            )
            .Select(call => (Node: (SyntaxNode)call, Reason: call.ArgumentList.ToString()))
            .Concat(
                source
                    .Nodes<AttributeArgumentSyntax>()
                    .Where(argument => argument.NameEquals?.Name.Identifier.Text == "Skip")
                    .Select(argument => (Node: (SyntaxNode)argument, Reason: argument.Expression.ToString()))
            )
            .Where(skip => !MayBeMissing.Any(word => skip.Reason.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .Select(skip => (TestSource.LineOf(skip.Node), $"a skip for {skip.Reason}"));

    /// <summary>H-09: what looks like a test and is not run, or does nothing.</summary>
    internal static IEnumerable<(int Line, string What)> NotRun(TestSource source, TestSuite suite) =>
        [.. CommentedOut(source), .. Conditional(source), .. Empty(source), .. Hidden(source), .. Forgotten(source)];

    /// <summary>H-10: a name that is no sentence. Where the class is one, it says the beginning.</summary>
    internal static IEnumerable<(int Line, string What)> Nameless(TestSource source, TestSuite suite) =>
        source
            .Tests.Where(test => Words(test.Identifier.Text) + ClassWords(test) < 3)
            .Select(test => (TestSource.LineOf(test.Identifier.GetLocation()), $"{test.Identifier.Text} is no sentence"));

    static IEnumerable<(int Line, string What)> CommentedOut(TestSource source) =>
        source
            .Root.DescendantTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            .Where(trivia => new[] { "[Fact", "[Theory" }.Any(mark => trivia.ToString().Contains(mark, StringComparison.Ordinal)))
            .Select(trivia => (TestSource.LineOf(trivia.GetLocation()), "a test in a comment"));

    static IEnumerable<(int Line, string What)> Conditional(TestSource source) =>
        source
            .Root.DescendantTrivia()
            .Where(trivia => trivia.IsKind(SyntaxKind.IfDirectiveTrivia))
            .Select(trivia => (TestSource.LineOf(trivia.GetLocation()), "#if"));

    static IEnumerable<(int Line, string What)> Empty(TestSource source) =>
        source
            .Tests.Where(test => test.Body is { Statements.Count: 0 })
            .Select(test => (TestSource.LineOf(test.Identifier.GetLocation()), $"{test.Identifier.Text} does nothing"));

    static IEnumerable<(int Line, string What)> Hidden(TestSource source) =>
        source
            .Tests.Where(test =>
                !IsPublic(test.Modifiers) || test.Ancestors().OfType<TypeDeclarationSyntax>().Any(type => !IsPublic(type.Modifiers))
            )
            .Select(test => (TestSource.LineOf(test.Identifier.GetLocation()), $"{test.Identifier.Text} is not public, and not run"));

    static IEnumerable<(int Line, string What)> Forgotten(TestSource source) =>
        from method in source.Nodes<MethodDeclarationSyntax>()
        where !TestSource.IsTest(method) && IsPublic(method.Modifiers) && !method.Modifiers.Any(SyntaxKind.OverrideKeyword)
        where method.ReturnType.ToString() is "void" or "Task" && Words(method.Identifier.Text) > 2
        where method.Parent is TypeDeclarationSyntax type && type.Members.OfType<MethodDeclarationSyntax>().Any(TestSource.IsTest)
        select (TestSource.LineOf(method.Identifier.GetLocation()), $"{method.Identifier.Text} is named like a test, and is none");

    static bool IsPublic(SyntaxTokenList modifiers) => modifiers.Any(SyntaxKind.PublicKeyword);

    static int Words(string name) => name.Split('_', StringSplitOptions.RemoveEmptyEntries).Length;

    static int ClassWords(MethodDeclarationSyntax test) =>
        test.Parent is TypeDeclarationSyntax { Identifier.Text: var name } && name.Contains('_', StringComparison.Ordinal)
            ? Words(name)
            : 0;
}
