using System.Security.Cryptography;
using System.Text;

namespace Phase1.ServiceDefaults;

/// <summary>Every request has a correlation id that is a UUID.</summary>
static class CorrelationIds
{
    // A namespace of our own (RFC 9562, section 5.5); its value carries no meaning but must never change.
    static readonly Guid TextNamespace = new("6f1d9d44-2f0c-5d0a-9a0e-6b5c2f6f0c11");

    /// <summary>The caller's id, or a UUIDv5 of the caller's text; null when there is none (the all-zero UUID counts as missing).</summary>
    internal static Guid? Read(string? header) =>
        string.IsNullOrWhiteSpace(header) ? null
        : !Guid.TryParse(header, out var id) ? OfText(header.Trim().Normalize())
        : id == Guid.Empty ? null
        : id;

    static Guid OfText(string text)
    {
        byte[] name = [.. TextNamespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(text)];
        // Version 5 is defined on SHA-1; it names, it protects nothing.
        var hash = SHA1.HashData(name).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
