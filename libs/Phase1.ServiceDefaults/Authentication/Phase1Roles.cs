namespace Phase1.ServiceDefaults;

/// <summary>Roles of users.</summary>
public static class Phase1Roles
{
    /// <summary>Works with own classes and batches.</summary>
    public const string Teacher = "teacher";

    /// <summary>Administers people, never sees students.</summary>
    public const string SchoolAdmin = "school-admin";

    /// <summary>Sees where data lies and who has read it.</summary>
    public const string PrivacyOfficer = "privacy-officer";

    /// <summary>Sees states and dead letters of all batches, never names or texts.</summary>
    public const string Operator = "operator";

    /// <summary>May in addition open the body of a dead letter, which is recorded.</summary>
    public const string OperatorBody = "operator-body";

    /// <summary>May in addition see the names in a batch for half an hour, for a reason that is recorded and that its teacher is told of.</summary>
    public const string OperatorNames = "operator-names";
}
