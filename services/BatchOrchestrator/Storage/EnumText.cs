using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Phase1.Events;

namespace Phase1.BatchOrchestrator.Storage;

/// <summary>Closed sets of values are stored as text: those of the contract under their wire names, our own in snake_case.</summary>
static class EnumText
{
    internal static ModelConfigurationBuilder StoreAsText<T>(this ModelConfigurationBuilder conventions)
        where T : struct, Enum
    {
        conventions.Properties<T>().HaveConversion<EnumText<T>>();
        return conventions;
    }
}

sealed class EnumText<T>() : ValueConverter<T, string>(value => Names[value], name => Values[name])
    where T : struct, Enum
{
    internal static readonly Dictionary<T, string> Names = Enum.GetValues<T>().ToDictionary(value => value, NameOf);
    internal static readonly Dictionary<string, T> Values = Names.ToDictionary(
        pair => pair.Value,
        pair => pair.Key,
        StringComparer.Ordinal
    );

    static string NameOf(T value) =>
        typeof(T).Assembly == typeof(WireEnum).Assembly
            ? WireEnum.Name(value)
            : JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
