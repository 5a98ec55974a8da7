using System.Security.Cryptography;
using System.Text;

namespace Phase1.Portal.Frame;

/// <summary>Tells whether a part of a page has changed, so that one that has not stays as it is and is not read out again.</summary>
static class PartVersion
{
    const int Length = 16;

    /// <summary>Of what the part shows.</summary>
    internal static string Of(IEnumerable<string> content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', content))))[..Length];
}
