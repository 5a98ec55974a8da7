using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Phase1.Feedback.Prompts;

/// <summary>The ids of calls: the same call has the same id whoever makes it, so that it is charged once.</summary>
static class RequestIds
{
    // A namespace of our own (RFC 9562, section 5.5); its value carries no meaning but must never change.
    static readonly Guid Calls = new("3f5b6c1e-7d0a-5c44-8a63-1e9c2b7f4d10");

    /// <summary>The id of an essay's n-th call in a run.</summary>
    internal static Guid Of(Guid runId, Guid essayId, int number)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{runId:D}/{essayId:D}/{number}");
        byte[] name = [.. Calls.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(text)];
        // Version 5 is defined on SHA-1; it names, it protects nothing.
        var hash = SHA1.HashData(name).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
