using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Phase1.Events;

namespace Phase1.ClassManagement.Storage;

/// <summary>Closed sets of values are stored as text: those of the contract by their wire names, our own in snake_case.</summary>
static class EnumColumns
{
    internal static void StoreByName<T>(this ModelConfigurationBuilder conventions)
        where T : struct, Enum => conventions.Properties<T>().HaveConversion<EnumColumn<T>>();
}

sealed class EnumColumn<T>() : ValueConverter<T, string>(value => EnumNames<T>.Of(value), name => EnumNames<T>.Parse(name))
    where T : struct, Enum;

static class EnumNames<T>
    where T : struct, Enum
{
    static readonly Dictionary<T, string> Names = Enum.GetValues<T>().ToDictionary(value => value, Name);
    static readonly Dictionary<string, T> Values = Names.ToDictionary(pair => pair.Value, pair => pair.Key);

    internal static string Of(T value) => Names[value];

    internal static T Parse(string name) => Values[name];

    static string Name(T value) =>
        typeof(T).Assembly == typeof(WireEnum).Assembly
            ? WireEnum.Name(value)
            : JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
