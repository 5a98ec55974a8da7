namespace Phase1.Cli.Doctor;

/// <summary>How the doctor makes itself known to the services.</summary>
static class DoctorKey
{
    /// <summary>Where its key comes from.</summary>
    internal const string Variable = "PHASE1_OPERATIONS_KEY";

    /// <summary>X-Service-ID: services know callers by their names, and this one in every installation.</summary>
    internal const string Caller = "operations";

    /// <summary>Accepted in the Development environment alone.</summary>
    internal const string Published = "phase1-development-key";

    internal static string? FromEnvironment => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } key ? key : null;
}
