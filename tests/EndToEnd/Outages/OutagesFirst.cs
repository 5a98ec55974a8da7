using Phase1.EndToEnd.Tests.Outages;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(OutagesFirst))]

namespace Phase1.EndToEnd.Tests.Outages;

/// <summary>The longest collection begins first, or it would go on alone when all others have ended.</summary>
public sealed class OutagesFirst : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : Xunit.Sdk.ITestCollection =>
        [.. testCollections.OrderByDescending(collection => collection.TestCollectionDisplayName == nameof(OneOutageAtATime))];
}
