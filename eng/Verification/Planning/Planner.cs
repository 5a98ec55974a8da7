using Phase1.Verification.Catalogue;

namespace Phase1.Verification.Planning;

/// <summary>Says, before any work, what a task needs.</summary>
/// <param name="components">The parts of the suite that a text may name.</param>
sealed class Planner(IReadOnlyList<KnownComponent> components)
{
    // What a change of something else can break in a state machine whose law nobody has spoken of.
    static readonly FailureMode[] AtRiskByName = [FailureMode.LostTransition];

    /// <param name="text">What is to be done.</param>
    /// <param name="declared">The categories, where whoever asks knows them; null to find them in the text.</param>
    internal TestPlan Plan(string text, IReadOnlyList<Category>? declared = null)
    {
        var task = new TaskText(text);
        var named = components.Where(component => component.AllNames.Any(task.Names)).ToList();
        IReadOnlyList<TouchedCategory> touched = declared is null
            ? [.. FailureCatalogue.Categories.Select(category => Touched(category, task, named)).OfType<TouchedCategory>()]
            : [.. declared.Distinct().Order().Select(category => new TouchedCategory(category, ["declared"], ByName: false))];
        return new(
            touched,
            [.. TestsFor(touched, SubjectOf(task, named))],
            [.. CoveredBy(touched)],
            [.. SmokeFor(touched)],
            declared is null ? [.. QuestionsAbout(task, named, touched)] : []
        );
    }

    static TouchedCategory? Touched(Category category, TaskText task, IReadOnlyList<KnownComponent> named)
    {
        var words = Cues
            .All.Where(cues => cues.Category == category)
            .SelectMany(cues => cues.Of)
            .Select(task.Find)
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(found => found.Contains(' ', StringComparison.Ordinal) ? $"phrase: {found}" : $"word: {found}")
            .ToList();
        var owners = named.Where(component => component.Categories.Contains(category)).Select(component => $"{Name(component)} has it");
        string[] reasons = [.. words, .. owners];
        return reasons.Length == 0 ? null : new(category, reasons, ByName: words.Count == 0);
    }

    static IEnumerable<Pattern> PatternsOf(TouchedCategory touched) =>
        FailureCatalogue.Patterns.Where(pattern =>
            pattern.Category == touched.Category && (!IsOnlyNamed(touched) || pattern.Modes.Any(AtRiskByName.Contains))
        );

    static bool IsOnlyNamed(TouchedCategory touched) => touched is { Category: Category.StateMachine, ByName: true };

    static IEnumerable<PlannedTest> TestsFor(IReadOnlyList<TouchedCategory> touched, string subject) =>
        from category in touched
        from pattern in PatternsOf(category)
        where pattern.Sentence is not null
        orderby pattern.Importance descending, category.Category
        select new PlannedTest(
            new(pattern.Category, pattern.Modes[0]),
            pattern.Name,
            pattern.Importance,
            pattern.Sentence!.Replace("{0}", subject, StringComparison.Ordinal),
            pattern.Example
        );

    static IEnumerable<CoveredModes> CoveredBy(IReadOnlyList<TouchedCategory> touched) =>
        from category in touched
        from pattern in PatternsOf(category)
        where pattern.Standing is not null
        group pattern by (pattern.Category, pattern.Standing) into standing
        select new CoveredModes(
            [.. standing.SelectMany(pattern => pattern.Modes).Distinct().Select(failure => new Mode(standing.Key.Category, failure))],
            standing.Key.Standing!
        );

    // Whoever finds the row in the database has gone through the wiring; and of what is only named, nothing new has to be seen to run.
    static IEnumerable<string> SmokeFor(IReadOnlyList<TouchedCategory> touched) =>
        touched
            .Where(category => !category.ByName)
            .Where(category => category.Category != Category.Wiring || touched.All(other => other.Category != Category.Persistence))
            .Select(category => $"./phase1 smoke {category.Category.SmokeName()}");

    static IEnumerable<string> QuestionsAbout(TaskText task, IReadOnlyList<KnownComponent> named, IReadOnlyList<TouchedCategory> touched)
    {
        bool IsTouched(Category category) => touched.Any(one => one.Category == category);
        foreach (var word in Cues.Ambiguous)
        {
            if (
                (task.Find(word.Word) ?? (word.Several is null ? null : task.Find(word.Several))) is { } found
                && !word.Categories.All(IsTouched)
            )
            {
                yield return $"perhaps {string.Join(" or ", word.Categories.Select(one => one.Title()))}, by '{found}': {word.Question}";
            }
        }
        if (IsTouched(Category.Persistence) && !IsTouched(Category.StateMachine))
        {
            foreach (var unknown in task.Words.Where(word => LooksLikeAType(word) && !named.Any(one => one.AllNames.Contains(word))))
            {
                yield return $"does {unknown} touch a status? Then it is a State machine too";
            }
        }
    }

    static string SubjectOf(TaskText task, IReadOnlyList<KnownComponent> named) =>
        named.Select(Name).Concat(task.Words).FirstOrDefault(LooksLikeAType) ?? "the_component";

    static string Name(KnownComponent component) => component.AllNames.Last();

    // Written as programs write the names of types: OperationsService.
    static bool LooksLikeAType(string word) =>
        word.Length > 1
        && char.IsAsciiLetterUpper(word[0])
        && word.All(char.IsAsciiLetterOrDigit)
        && word.Skip(1).Any(char.IsAsciiLetterUpper)
        && word.Any(char.IsAsciiLetterLower);
}
