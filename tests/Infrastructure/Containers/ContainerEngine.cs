using DotNet.Testcontainers.Configurations;

namespace Phase1.Tests.Infrastructure.Containers;

/// <summary>The Docker engine of this machine: the third way to a server, where nobody names one and its programs are not installed.</summary>
static class ContainerEngine
{
    // Asked once: the answer takes a moment and does not change.
    static readonly Lazy<bool> Answers = new(() => TestcontainersSettings.OS.DockerEndpointAuthConfig is not null);

    /// <summary>Whether it answers.</summary>
    public static bool IsThere => Answers.Value;
}
