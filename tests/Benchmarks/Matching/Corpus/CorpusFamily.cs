namespace Phase1.Benchmarks.Matching.Corpus;

/// <summary>A seeded family of classes: its own names, its own layouts, its own seeds.</summary>
sealed record CorpusFamily(string Name, int Seed, NamePool Names, IReadOnlyList<Layout> Layouts)
{
    const int ClassSize = 30;

    /// <summary>For work on the matcher.</summary>
    public static readonly CorpusFamily Development = new("development", 26_001, DevelopmentNames.Pool, DevelopmentLayouts.All);

    /// <summary>For the final check alone: nothing in the matcher may be chosen with an eye on it.</summary>
    public static readonly CorpusFamily Holdback = new("holdback", 91_777, HoldbackNames.Pool, HoldbackLayouts.All);

    public IReadOnlyList<(int, Layout)> WeightedLayouts { get; } = [.. Layouts.Select(layout => (layout.Weight, layout))];

    /// <summary>The classes of the family, each with one essay a student, made as they are asked for.</summary>
    public IEnumerable<LabelledClass> Classes(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var dice = new Dice((Seed * 10_007) + i);
            var maker = new ClassMaker(Names, dice);
            var students = maker.Make(ClassSize);
            var essays = new EssayMaker(this, dice, students, maker);
            yield return new LabelledClass([.. students.Select(student => student.OnRoster)], [.. students.Select(essays.Write)]);
        }
    }
}
