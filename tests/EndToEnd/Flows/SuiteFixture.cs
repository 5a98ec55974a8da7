using Phase1.Tests.Infrastructure.Suites;

namespace Phase1.EndToEnd.Tests.Flows;

/// <summary>One suite for all flow tests; each test makes a teacher, a class and a batch of its own.</summary>
public class SuiteFixture : IAsyncLifetime
{
    Phase1TestContext? _context;

    /// <summary>The suite; a test that asks is skipped where the suite's log cannot be had.</summary>
    public Phase1TestContext Context
    {
        get
        {
            Assert.SkipWhen(_context is null, Missing ?? "There is no Kafka.");
            return _context!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (Missing is null)
        {
            _context = new Phase1TestContext(await StartAsync());
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_context is not null)
        {
            await _context.Suite.DisposeAsync();
        }
        GC.SuppressFinalize(this);
    }

    /// <summary>Why the suite cannot be started; null when it can.</summary>
    protected virtual string? Missing => null;

    protected virtual Task<SuiteUnderTest> StartAsync() => SuiteUnderTest.StartAsync();
}

[CollectionDefinition("flows")]
public sealed class FlowsCollection : ICollectionFixture<SuiteFixture>;
