using Phase1.Nlp.Matching;

namespace Phase1.Unit.Tests.Nlp.Matching.Extraction;

/// <summary>One essay read by some of the steps.</summary>
static class ReadBy
{
    public static EssayReading Steps(string text, params IReadingStep[] steps) => Steps(text, isAnyAddressKnown: false, steps);

    public static EssayReading Steps(string text, bool isAnyAddressKnown, params IReadingStep[] steps)
    {
        EssayReading reading = new(new EssayText("e1", null, text), _ => isAnyAddressKnown);
        Array.ForEach(steps, step => step.Read(reading));
        return reading;
    }

    /// <summary>"Tove Hallgren|Priya Raman": the names in the order in which they were found.</summary>
    public static string Said(this IEnumerable<PersonName> names) => string.Join('|', names.Select(name => name.Text));
}
