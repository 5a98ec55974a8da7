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

    /// <summary>The services that record facts on a topic; none where producers outside the suite do so alone.</summary>
    /// <exception cref="ArgumentException">The topic is not in the catalogue.</exception>
    public static IReadOnlyList<string> ProducersOf(string topic) => Producers(topic).Services;

    /// <summary>Whether producers outside the suite may write to a topic, under names of their own.</summary>
    /// <exception cref="ArgumentException">The topic is not in the catalogue.</exception>
    public static bool IsOpen(string topic) => Producers(topic).IsOpen;

    /// <summary>Whether a record on a topic may come from this <c>source_service</c>.</summary>
    /// <exception cref="ArgumentException">The topic is not in the catalogue.</exception>
    public static bool MayProduce(string topic, string source) => Producers(topic).Include(source);

    static TopicProducers Producers(string topic) =>
        FactTopics.Find(topic) is null
            ? throw new ArgumentException("No topic of the catalogue.", nameof(topic))
            : TopicProducers.Of(topic);

    /// <summary>The type of the facts on a topic, or null when the topic is not in the catalogue.</summary>
    public static Type? TypeOf(string topic) => FactTopics.Find(topic)?.Type;
}
