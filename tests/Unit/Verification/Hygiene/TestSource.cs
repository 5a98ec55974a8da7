using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phase1.Unit.Tests.Verification.Hygiene;

/// <summary>One file of the tests, as a tree.</summary>
/// <param name="Path">From the repository's root, with /.</param>
/// <param name="Root">What it says.</param>
sealed record TestSource(string Path, SyntaxNode Root)
{
    static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14);

    /// <summary>The folder below tests/, as in Integration.</summary>
    public string Suite => Path.Split('/')[1];

    /// <summary>They put a load on the services for a time, and measure it: no tests.</summary>
    public bool IsProgram => Suite is "Load" or "Benchmarks" or "CrashHost";

    internal static TestSource Parse(string path, string text) => new(path, CSharpSyntaxTree.ParseText(text, Language).GetRoot());

    internal IEnumerable<T> Nodes<T>()
        where T : SyntaxNode => Root.DescendantNodes().OfType<T>();

    /// <summary>The methods that the runner runs.</summary>
    internal IEnumerable<MethodDeclarationSyntax> Tests => Nodes<MethodDeclarationSyntax>().Where(IsTest);

    internal static bool IsTest(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(list => list.Attributes).Any(one => one.Name.ToString() is "Fact" or "Theory");

    internal static int LineOf(SyntaxNode node) => LineOf(node.GetLocation());

    internal static int LineOf(Location place) => place.GetLineSpan().StartLinePosition.Line + 1;
}
