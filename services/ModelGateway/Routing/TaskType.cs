namespace Phase1.ModelGateway.Routing;

/// <summary>What a model is asked for.</summary>
enum TaskType
{
    NameExtraction,
    EssayFeedback,
    LongEssay,

    /// <summary>Anything else, unknown words among it.</summary>
    General,
}

/// <summary>How hard a task is: said by the caller from facts, never read out of what is sent.</summary>
enum Complexity
{
    Low,
    Standard,
    High,
}

/// <summary>What comes after a model that a budget does not cover.</summary>
enum OnBudget
{
    /// <summary>The next model of the chain that is covered.</summary>
    Downgrade,

    /// <summary>A refusal: all get the same quality.</summary>
    Refuse,
}
