using System.Text.Json.Serialization;

namespace Phase1.Events;

/// <summary>Whether a batch belongs to a class; <c>class_type</c> on the wire.</summary>
[JsonConverter(typeof(UpperCaseEnum<BatchKind>))]
public enum BatchKind
{
    /// <summary>No class: authors are not matched.</summary>
    Guest,

    /// <summary>A class: every essay is linked to a student.</summary>
    Regular,
}
