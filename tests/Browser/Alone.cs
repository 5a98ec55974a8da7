namespace Phase1.Browser.Tests;

/// <summary>
/// Tests that move the suite's clock past deadlines, or need it to stand; that end its services; or that keep the whole machine busy: nothing else
/// runs beside them.
/// </summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
