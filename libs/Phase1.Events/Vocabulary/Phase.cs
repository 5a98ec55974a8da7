using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>A phase of a pipeline; there is no default phase.</summary>
[JsonConverter(typeof(SnakeCaseEnum<Phase>))]
public enum Phase
{
    /// <summary>Spell checking.</summary>
    Spellcheck = 1,

    /// <summary>Linguistic analysis.</summary>
    Nlp,

    /// <summary>Comparative judgement.</summary>
    CjAssessment,

    /// <summary>Written feedback.</summary>
    AiFeedback,
}
