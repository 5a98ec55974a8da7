namespace Phase1.Integration.Tests;

/// <summary>Tests that measure what this process takes: nothing else runs beside them.</summary>
[CollectionDefinition(nameof(OneAtATime), DisableParallelization = true)]
public sealed class OneAtATime;
