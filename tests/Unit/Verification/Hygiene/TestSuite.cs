using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Phase1.Unit.Tests.Verification.Hygiene;

/// <summary>What a rule must know of other files: which methods of the tests assert something, and what the product's interfaces are.</summary>
sealed class TestSuite
{
    // It ends what goes on in the background; that it ended proves nothing.
    static readonly string[] ProvesNothing = ["DrainAsync"];

    readonly HashSet<string> _asserting;
    readonly ILookup<string, string> _implementers;

    internal TestSuite(IReadOnlyList<TestSource> tests, IReadOnlyList<TestSource> product)
    {
        _asserting = AssertingMethods(tests);
        _implementers = product
            .SelectMany(file => file.Nodes<TypeDeclarationSyntax>())
            .SelectMany(type => BasesOf(type).Select(name => (name, type.Identifier.Text)))
            .ToLookup(pair => pair.name, pair => pair.Text);
        ProductInterfaces = product
            .SelectMany(file => file.Nodes<InterfaceDeclarationSyntax>())
            .Select(one => one.Identifier.Text)
            .ToHashSet();
    }

    /// <summary>The interfaces that libraries and services declare.</summary>
    internal ISet<string> ProductInterfaces { get; }

    /// <summary>Whether a method of this name, or one that it calls, can fail the test.</summary>
    internal bool Asserts(string method) => _asserting.Contains(method);

    /// <summary>Whether a type is the product's own answer to an interface, or the interface itself.</summary>
    internal bool IsRealOf(string type, string wanted) => type == wanted || _implementers[wanted].Contains(type);

    internal static IEnumerable<string> BasesOf(TypeDeclarationSyntax type) => type.BaseList?.Types.Select(one => NameOf(one.Type)) ?? [];

    /// <summary>A type's name without its arguments and its question mark.</summary>
    internal static string NameOf(TypeSyntax type) =>
        type switch
        {
            NullableTypeSyntax nullable => NameOf(nullable.ElementType),
            SimpleNameSyntax name => name.Identifier.Text,
            QualifiedNameSyntax qualified => qualified.Right.Identifier.Text,
            _ => type.ToString(),
        };

    static HashSet<string> AssertingMethods(IReadOnlyList<TestSource> tests)
    {
        var methods = tests
            .SelectMany(file => file.Root.DescendantNodes())
            .Select(node =>
                node switch
                {
                    MethodDeclarationSyntax method => (Name: method.Identifier.Text, Body: (SyntaxNode)method),
                    LocalFunctionStatementSyntax local => (local.Identifier.Text, local),
                    _ => (Name: "", Body: node),
                }
            )
            .Where(method => method.Name.Length > 0 && !ProvesNothing.Contains(method.Name))
            .Select(method => (method.Name, Fails: CanFail(method.Body), Calls: CallsOf(method.Body)))
            .ToList();
        var found = methods.Where(method => method.Fails).Select(method => method.Name).ToHashSet();
        while (true)
        {
            var more = methods
                .Where(method => !found.Contains(method.Name) && method.Calls.Overlaps(found))
                .Select(method => method.Name)
                .ToList();
            if (more.Count == 0)
            {
                return found;
            }
            found.UnionWith(more);
        }
    }

    static bool CanFail(SyntaxNode body) =>
        Assertions.In(body).Any() || body.DescendantNodes().Any(node => node is ThrowStatementSyntax or ThrowExpressionSyntax);

    static HashSet<string> CallsOf(SyntaxNode body) =>
        body.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(Assertions.NameOf).ToHashSet();
}
