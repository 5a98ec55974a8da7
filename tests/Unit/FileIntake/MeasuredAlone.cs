namespace Phase1.Unit.Tests.FileIntake;

/// <summary>Tests that measure what this process takes: nothing else runs beside them.</summary>
[CollectionDefinition(nameof(MeasuredAlone), DisableParallelization = true)]
public sealed class MeasuredAlone;
