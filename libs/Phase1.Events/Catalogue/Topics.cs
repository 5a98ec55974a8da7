namespace Phase1.Events;

/// <summary>The catalogue: which topic carries which fact.</summary>
public static partial class Topics
{
    /// <summary>Partitions of every topic, unless configured otherwise; the same number for all, so that one worker handles one batch.</summary>
    public const int DefaultPartitions = 12;

    /// <summary>Every topic.</summary>
    public static IReadOnlyList<string> All { get; } = [.. FactTopics.All.Select(topic => topic.Name)];

    /// <summary>The topic of a fact's type. A phase command has one for each phase: <see cref="ForPhase"/>.</summary>
    /// <exception cref="ArgumentException">The type has no topic, or several.</exception>
    public static string For<T>()
        where T : class, IFact => FactTopics.Only(typeof(T)).Name;

    /// <summary>Every topic of a fact's type: one, or four for <see cref="InitiatePhase"/>.</summary>
    public static IReadOnlyList<string> AllFor(Type type) =>
        [.. FactTopics.All.Where(topic => topic.Type == type).Select(topic => topic.Name)];

    /// <summary>The topic of a phase's command.</summary>
    public static string ForPhase(Phase phase) =>
        phase switch
        {
            Phase.Spellcheck => InitiateSpellcheck,
            Phase.Nlp => InitiateNlp,
            Phase.CjAssessment => InitiateCjAssessment,
            Phase.AiFeedback => InitiateAiFeedback,
            _ => throw new ArgumentOutOfRangeException(nameof(phase), "A phase command names its phase."),
        };

    /// <summary>The topic that carries this fact.</summary>
    public static string Of(IFact fact) => fact is InitiatePhase command ? ForPhase(command.Phase) : FactTopics.Only(fact.GetType()).Name;

    /// <summary>The type of the facts on a topic, or null when the topic is not in the catalogue.</summary>
    public static Type? TypeOf(string topic) => FactTopics.Find(topic)?.Type;
}
