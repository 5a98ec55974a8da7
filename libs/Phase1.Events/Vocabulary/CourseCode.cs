using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>The courses; unchanged through every event of a batch.</summary>
[JsonConverter(typeof(UpperCaseEnum<CourseCode>))]
public enum CourseCode
{
    /// <summary>English 5.</summary>
    Eng5,

    /// <summary>English 6.</summary>
    Eng6,

    /// <summary>English 7.</summary>
    Eng7,

    /// <summary>Swedish 1.</summary>
    Sv1,

    /// <summary>Swedish 2.</summary>
    Sv2,

    /// <summary>Swedish 3.</summary>
    Sv3,
}
