namespace Phase1.Verification.Catalogue;

/// <summary>What a component is, seen by the ways in which it can fail. One component may be of several categories.</summary>
public enum Category
{
    /// <summary>It keeps something in a database.</summary>
    Persistence,

    /// <summary>It is made by a container, with what it depends on.</summary>
    Wiring,

    /// <summary>It has states, and a law that says which follows which.</summary>
    StateMachine,

    /// <summary>It speaks with another component: by records, or by requests.</summary>
    CrossComponent,

    /// <summary>It works by itself, without being asked.</summary>
    Background,

    /// <summary>It needs something that is not part of the suite.</summary>
    External,

    /// <summary>It is told by settings how to behave.</summary>
    Configuration,

    /// <summary>It answers requests.</summary>
    Endpoint,
}
