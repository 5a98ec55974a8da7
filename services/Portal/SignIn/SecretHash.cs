using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;

namespace Phase1.Portal.SignIn;

/// <summary>
/// A secret as it is stored: whoever reads the table cannot use it. Secrets are random and long, so a plain hash is enough.
/// </summary>
readonly record struct SecretHash(string Hex)
{
    const int Bytes = 32;

    internal static string NewSecret() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));

    internal static SecretHash Of(string secret) =>
        new(Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret))));
}
