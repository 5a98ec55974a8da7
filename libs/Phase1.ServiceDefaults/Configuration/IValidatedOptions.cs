using Phase1.Messaging;

namespace Phase1.ServiceDefaults;

/// <summary>Options that are checked at start: their declared ranges, and whatever else they check themselves.</summary>
public interface IValidatedOptions
{
    /// <summary>One sentence for each fault, beginning with the option's name (<c>MaxEssays must be from 1 to 500.</c>); empty when all is well.</summary>
    IEnumerable<string> Validate() => OptionRanges.Faults(this);
}
