using Phase1.ServiceDefaults;

namespace Phase1.ClassManagement;

static class Visibility
{
    /// <summary>A service asking for itself sees every owner's rows; on behalf of a teacher it sees the teacher's own.</summary>
    internal static bool MaySee(this Caller caller, string ownerUserId) =>
        caller.UserIdOrNull is null || caller.UserIdOrNull == ownerUserId;

    /// <summary>States and counts are an operator's business, too; names are not.</summary>
    internal static bool MayWatch(this Caller caller, string ownerUserId) => caller.MaySee(ownerUserId) || caller.Is(Phase1Roles.Operator);
}
