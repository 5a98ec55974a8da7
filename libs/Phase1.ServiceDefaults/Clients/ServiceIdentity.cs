namespace Phase1.ServiceDefaults;

/// <summary>What the running service calls itself; on the wire it is <c>source_service</c> and X-Service-ID.</summary>
/// <param name="Name">As in <c>batch_orchestrator_service</c>.</param>
public sealed record ServiceIdentity(string Name);
