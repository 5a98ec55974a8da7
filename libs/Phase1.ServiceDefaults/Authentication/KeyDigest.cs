using System.Security.Cryptography;
using System.Text;

namespace Phase1.ServiceDefaults;

/// <summary>A key as it is kept and compared: digests have one length, and a wrong one takes as long as the right one.</summary>
readonly struct KeyDigest : IEquatable<KeyDigest>
{
    readonly byte[] _bytes;

    KeyDigest(byte[] bytes) => _bytes = bytes;

    internal static KeyDigest Of(string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    public bool Equals(KeyDigest other) => CryptographicOperations.FixedTimeEquals(_bytes, other._bytes);

    public override bool Equals(object? obj) => obj is KeyDigest other && Equals(other);

    public override int GetHashCode() => BitConverter.ToInt32(_bytes);
}
