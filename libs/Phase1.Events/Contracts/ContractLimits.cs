using System.Buffers;

namespace Phase1.Events;

static class ContractLimits
{
    public const int Id = 255;
    public const int Name = 255;
    public const int FileName = 500;
    public const int Reason = 500;
    public const int Code = 100;
    public const int Message = 2000;

    static readonly SearchValues<char> StorageIdCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:/-"
    );
    static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    public static bool IsStorageId(string text) => text.Length is > 0 and <= Id && !text.AsSpan().ContainsAnyExcept(StorageIdCharacters);

    public static bool IsMd5(string text) => text.Length == 32 && !text.AsSpan().ContainsAnyExcept(HexDigits);
}
