using System.Text;
using System.Text.Json.Nodes;
using Phase1.Tests.Infrastructure.Docs;
using Phase1.Unit.Tests.Security;

namespace Phase1.Unit.Tests.Docs;

/// <summary>docs/api.md is generated from the OpenAPI descriptions of the running services.</summary>
public sealed class HttpDescriptionTests
{
    [Fact]
    public async Task The_page_of_routes_is_up_to_date()
    {
        var page = new StringBuilder(
            """
            # The HTTP interface

            Generated from the OpenAPI descriptions of the running services: `GET /openapi/v1.json` of each has the schemas of the bodies and the codes
            of the problems too (`PHASE1_WRITE_DOCS=1` and the unit tests write this page anew). What the routes mean is in
            [domain.md, section 3](domain.md#3-services). Every route takes a key of the caller (`X-Internal-API-Key`) and `X-Service-ID`, to which it belongs;
            **User** says whether it needs `X-User-ID` too. `X-User-Roles`, `X-Org-ID` and `X-Correlation-ID` may always be sent. What is printed
            in bold must be there. An answer of 400 or more is a problem document (RFC 9457) with a `code`. `GET /livez`, `/readyz` and `/metrics`
            of every service take no key. Programs outside the suite go through the Portal, with a token: the [last section](#portal-for-programs).

            """
        );
        foreach (var service in HostWithoutDatabase.Services)
        {
            Append(page, service, await DescriptionOfAsync(service));
        }
        page.Append(ForwardedRoutesPage.Text());
        new GeneratedPage("docs/api.md").ShouldBe(page.ToString());
    }

    [Fact]
    public async Task Every_list_names_its_limit_with_the_range_and_its_cursor()
    {
        var lists = new List<string>();
        foreach (var service in HostWithoutDatabase.Services)
        {
            foreach (var list in (await DescriptionOfAsync(service)).Operations.Where(o => o.Parameter("query", "cursor") is not null))
            {
                var limit = list.Parameter("query", "limit").ShouldNotBeNull(list.ToString())["schema"]!;
                limit["minimum"]!.GetValue<int>().ShouldBe(1, list.ToString());
                limit["maximum"]!.GetValue<int>().ShouldBe(200, list.ToString());
                limit["default"]!.GetValue<int>().ShouldBe(50, list.ToString());
                lists.Add(list.Path.TrimEnd('/'));
            }
        }
        lists.ShouldContain("/v1/batches");
        lists.ShouldContain("/v1/notifications");
        lists.Count(path => path == "/internal/v1/dead-letters").ShouldBe(HostWithoutDatabase.Services.Count);
    }

    [Fact]
    public async Task Every_problem_is_described_as_a_problem_document()
    {
        foreach (var service in HostWithoutDatabase.Services)
        {
            var operations = (await DescriptionOfAsync(service)).Operations.ToList();
            operations.ShouldNotBeEmpty();
            foreach (var operation in operations)
            {
                operation.Description["responses"]!
                    .AsObject()
                    .Where(answer => answer.Key[0] is '4' or '5')
                    .Where(answer => answer.Value!["content"]?["application/problem+json"] is null)
                    .Select(answer => $"{operation}: {answer.Key}")
                    .ShouldBeEmpty();
            }
        }
    }

    static async Task<HttpDescription> DescriptionOfAsync(string service)
    {
        await using var host = await HostWithoutDatabase.StartAsync(service);
        using var client = new HttpClient { BaseAddress = new Uri(host.Urls.First()) };
        var description = await HttpDescription.OfAsync(client);
        await host.StopAsync(TestContext.Current.CancellationToken);
        return description;
    }

    static void Append(StringBuilder page, string service, HttpDescription description)
    {
        page.Append($"\n## {service}\n\n| Route | User | Query and headers | Body | Answers |\n|---|---|---|---|---|\n");
        foreach (var operation in description.Operations)
        {
            var user = operation.Parameter("header", "X-User-ID") is { } header && IsRequired(header) ? "yes" : "";
            var own = operation.Parameters("query").Concat(operation.Parameters("header").Where(IsOwn)).Select(Name);
            page.Append($"| `{operation}` | {user} | {string.Join(", ", own)} | {string.Join(", ", operation.Bodies)} ")
                .Append($"| {string.Join(", ", operation.Statuses.Order(StringComparer.Ordinal))} |\n");
        }
    }

    static bool IsOwn(JsonObject header) => !HttpOperation.Text(header, "name").StartsWith("X-", StringComparison.Ordinal);

    static bool IsRequired(JsonObject parameter) => parameter["required"]?.GetValue<bool>() == true;

    static string Name(JsonObject parameter)
    {
        var name = $"`{HttpOperation.Text(parameter, "name")}`";
        return IsRequired(parameter) ? $"**{name}**" : name;
    }
}
