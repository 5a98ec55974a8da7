using Phase1.Portal.Oidc;
using Phase1.ServiceDefaults;

namespace Phase1.Unit.Tests.Portal;

[Trait("Scenario", "P-03")]
public sealed class OidcRolesTests
{
    static readonly OidcOptions Options = new()
    {
        RoleMap = new()
        {
            ["staff"] = Phase1Roles.Teacher,
            ["it"] = Phase1Roles.Operator,
            ["bodies"] = Phase1Roles.OperatorBody,
        },
    };

    [Theory]
    [InlineData("", "")]
    [InlineData("staff", "teacher")]
    [InlineData("it,staff,staff", "teacher,operator")]
    [InlineData("Staff,other", "")]
    [InlineData("it,bodies", "operator,operator-body")]
    [InlineData("staff,bodies", "teacher")]
    public void A_claim_gives_what_it_is_mapped_to_and_nothing_else(string claims, string roles) =>
        string.Join(',', OidcRoles.Of(claims.Split(','), Options)).ShouldBe(roles);

    [Fact]
    public void Who_has_no_role_gets_the_default_one_where_there_is_one()
    {
        var options = new OidcOptions { RoleMap = Options.RoleMap, DefaultRole = Phase1Roles.Teacher };

        OidcRoles.Of(["other"], options).ShouldBe(["teacher"]);
        OidcRoles.Of(["it"], options).ShouldBe(["operator"]);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("auth0|5f7c", "auth0|5f7c")]
    [InlineData("anna@school.se", "anna@school.se")]
    [InlineData("..", "oidc:")]
    [InlineData("a/b", "oidc:")]
    [InlineData("a b", "oidc:")]
    [InlineData("å", "oidc:")]
    public void An_id_is_the_claim_where_it_can_stand_everywhere(string? claim, string? start)
    {
        var id = OidcUserId.Of(claim);
        if (start is null)
        {
            id.ShouldBeNull();
        }
        else
        {
            id.ShouldNotBeNull().ShouldStartWith(start);
        }
    }

    [Fact]
    public void A_claim_that_is_too_long_is_its_hash_and_two_have_two()
    {
        OidcUserId.Of(new string('x', 255)).ShouldBe(new string('x', 255));
        OidcUserId.Of(new string('x', 256)).ShouldNotBe(OidcUserId.Of(new string('x', 257)));
        OidcUserId.Of(new string('x', 256))!.Length.ShouldBe("oidc:".Length + 64);
    }
}
