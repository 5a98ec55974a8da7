namespace Phase1.Demo.Steps;

/// <summary>The class as the suite knows it.</summary>
/// <param name="ClassId">Its id.</param>
/// <param name="Chain">The correlation id of everything about it.</param>
/// <param name="StudentIds">The students' ids by their keys in the sample data.</param>
sealed record DemoClass(Guid ClassId, Guid Chain, IReadOnlyDictionary<string, Guid> StudentIds);
