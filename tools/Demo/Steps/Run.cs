namespace Phase1.Demo.Steps;

/// <summary>What one run of the demo has made; the teacher is new in each, so these ids hold all of it and nothing else.</summary>
/// <param name="Teacher">The teacher.</param>
/// <param name="Class">The class.</param>
/// <param name="Batches">The batches.</param>
sealed record Run(string Teacher, DemoClass Class, IReadOnlyList<DemoBatch> Batches)
{
    /// <summary>The keys of the run's records on the log.</summary>
    internal IEnumerable<string> Keys =>
        [
            Teacher,
            Class.ClassId.ToString("D"),
            .. Class.StudentIds.Values.Select(id => id.ToString("D")),
            .. Batches.Select(batch => batch.BatchId.ToString("D")),
        ];
}
