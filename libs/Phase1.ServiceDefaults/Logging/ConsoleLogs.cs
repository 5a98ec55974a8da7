using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Phase1.ServiceDefaults;

/// <summary>Log lines on the console: one line each, UTC; JSON, with the correlation id, outside Development or where it is asked for.</summary>
static class ConsoleLogs
{
    const string Timestamp = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";

    internal static void Add(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        if (builder.Environment.IsDevelopment() && builder.Configuration["Logging:Console:FormatterName"] != ConsoleFormatterNames.Json)
        {
            builder.Logging.AddSimpleConsole(console =>
            {
                (console.SingleLine, console.UseUtcTimestamp, console.IncludeScopes) = (true, true, false);
                console.TimestampFormat = Timestamp;
            });
        }
        else
        {
            builder.Logging.AddJsonConsole(console =>
            {
                (console.UseUtcTimestamp, console.IncludeScopes) = (true, true);
                console.TimestampFormat = Timestamp.TrimEnd();
            });
        }
        // The framework's own lines repeat every request and statement, with addresses that hold ids.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // They print what PostgreSQL says of a statement that failed, and it may quote a value. Whoever made the statement says that it failed.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        builder.Logging.AddFilter("Npgsql", LogLevel.None);
        // It puts the request's address beside every line.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // It prints the exceptions of requests with their texts.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Critical);
        builder.Logging.AddFilter("System.Net.Http", LogLevel.Warning);
        // It prints every fault with the exception's whole text, which may quote what nobody should read; the engine says what became of the record.
        builder.Logging.AddFilter("MassTransit", LogLevel.None);
    }
}
