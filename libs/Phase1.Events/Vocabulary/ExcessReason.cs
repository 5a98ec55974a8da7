using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>Why a text found no slot.</summary>
[JsonConverter(typeof(UpperCaseEnum<ExcessReason>))]
public enum ExcessReason
{
    /// <summary>Every slot is taken.</summary>
    NoAvailableSlot,

    /// <summary>The batch's content is complete.</summary>
    BatchComplete,
}
