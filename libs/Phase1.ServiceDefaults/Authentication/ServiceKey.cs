using System.Security.Cryptography;
using System.Text;

namespace Phase1.ServiceDefaults;

/// <summary>The key that this suite's services share.</summary>
sealed class ServiceKey(string value)
{
    /// <summary>Published with the source, therefore accepted in the Development environment alone.</summary>
    internal const string Development = "phase1-development-key";

    readonly byte[] _digest = Digest(value);

    /// <summary>Sent with every call to another service.</summary>
    internal string Value { get; } = value;

    /// <summary>Takes the same time for every wrong key: digests have one length and are compared whole.</summary>
    internal bool Matches(string key) => CryptographicOperations.FixedTimeEquals(_digest, Digest(key));

    static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
