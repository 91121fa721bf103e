package org.waymark.engine.rights;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.identity.db.DbTenantQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.waymark.identity.People;
import org.waymark.identity.Person;

/** Shows the engine the people of our own tables. Passwords are not its business: the login is ours. */
class PeopleProvider implements ReadOnlyIdentityProvider {

    static final String ADMINISTRATORS = "camunda-admin";

    private final People people;

    PeopleProvider(People people) {
        this.people = people;
    }

    @Override
    public User findUserById(String id) {
        return people.find(id).filter(Person::active).map(PeopleProvider::user).orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new PeopleUserQuery(executor());
    }

    @Override
    public UserQuery createUserQuery(CommandContext context) {
        return new PeopleUserQuery();
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("People are read from Waymark's own tables; native queries are not offered");
    }

    @Override
    public boolean checkPassword(String id, String password) {
        return false;
    }

    @Override
    public Group findGroupById(String id) {
        return allGroups().stream()
                .filter(id::equals)
                .map(PeopleProvider::group)
                .findFirst()
                .orElse(null);
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new PeopleGroupQuery(executor());
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext context) {
        return new PeopleGroupQuery();
    }

    @Override
    public Tenant findTenantById(String id) {
        return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new NoTenants();
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext context) {
        return new NoTenants();
    }

    List<User> users(PeopleUserQuery query) {
        Stream<Person> found = query.getGroupId() == null
                ? people.all().stream()
                : people.inGroup(query.getGroupId().equals(ADMINISTRATORS) ? "admin" : query.getGroupId()).stream();
        return found.filter(Person::active)
                .filter(person -> query.getId() == null || query.getId().equals(person.id()))
                .filter(person ->
                        query.getIds() == null || Set.of(query.getIds()).contains(person.id()))
                .filter(person -> like(query.getFirstNameLike(), person.nameZh()))
                .filter(person -> like(query.getLastNameLike(), person.nameEn()))
                .map(PeopleProvider::user)
                .toList();
    }

    List<Group> groups(PeopleGroupQuery query) {
        Set<String> found = query.getUserId() == null ? allGroups() : groupsOf(query.getUserId());
        return found.stream()
                .filter(id -> query.getId() == null || query.getId().equals(id))
                .filter(id -> query.getIds() == null || Set.of(query.getIds()).contains(id))
                .filter(id -> query.getName() == null || query.getName().equals(id))
                .filter(id -> like(query.getNameLike(), id))
                .map(PeopleProvider::group)
                .toList();
    }

    private Set<String> groupsOf(String person) {
        return withAdministrators(people.groupsOf(person));
    }

    private Set<String> allGroups() {
        return withAdministrators(people.groups());
    }

    private static Set<String> withAdministrators(Set<String> ours) {
        Set<String> groups = new TreeSet<>(ours);
        if (groups.contains("admin")) {
            groups.add(ADMINISTRATORS);
        }
        return groups;
    }

    private static boolean like(String pattern, String value) {
        return pattern == null || value.contains(pattern.replace("%", ""));
    }

    private static User user(Person person) {
        UserEntity user = new UserEntity(person.id());
        user.setFirstName(person.nameZh());
        user.setLastName(person.nameZh().equals(person.nameEn()) ? "" : person.nameEn());
        user.setEmail(person.mail());
        return user;
    }

    private static Group group(String id) {
        GroupEntity group = new GroupEntity(id);
        group.setName(id);
        group.setType("WORKFLOW");
        return group;
    }

    private static org.camunda.bpm.engine.impl.interceptor.CommandExecutor executor() {
        return Context.getProcessEngineConfiguration().getCommandExecutorTxRequired();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    /** The town has no tenants. */
    private static class NoTenants extends DbTenantQueryImpl {
        private static final long serialVersionUID = 1;

        @Override
        public long executeCount(CommandContext context) {
            return 0;
        }

        @Override
        public List<Tenant> executeList(CommandContext context, org.camunda.bpm.engine.impl.Page page) {
            return List.of();
        }

        @Override
        public List<Tenant> list() {
            return List.of();
        }
    }
}
